"""Quality tables, one module a room: ``tables(data)`` reads the folder of reference data."""

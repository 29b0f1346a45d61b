"""Names of other libraries, so that a project can change its import line and nothing else."""

"""gujtext inside other people's frameworks: one module a host, imported only when asked for.

``import gujtext.integrations.spacy`` wants spaCy, and so on; each host is an extra of the same name. What plugs in
is described in the module, and README.md beside this file has an example for each. The hosts share ``options``
(steps by name) and ``batches`` (columns of many texts); ``measures`` has what filters look at.
"""

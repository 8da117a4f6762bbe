// Nothing: a target needs a file to own precompiled headers.

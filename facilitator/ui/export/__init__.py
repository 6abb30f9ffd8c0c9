"""Ctrl+E: a document for whoever shall read it, looked through before it leaves the house."""

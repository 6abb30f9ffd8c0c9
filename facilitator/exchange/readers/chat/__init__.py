"""Chats: exports of the programs, and what is copied out of them."""

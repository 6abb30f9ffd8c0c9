"""Facilitator helps a room turn an incident review into durable fixes."""

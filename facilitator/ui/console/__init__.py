"""The Console: what the facilitator sees and nobody else."""

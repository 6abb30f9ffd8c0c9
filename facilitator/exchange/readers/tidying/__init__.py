"""What makes a channel fit for a timeline: secrets out, noise folded, proposals made."""

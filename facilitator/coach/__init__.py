"""What good looks like: pure functions over texts and reviews that say why."""

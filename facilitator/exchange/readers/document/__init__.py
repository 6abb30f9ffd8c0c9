"""Post-mortems in Markdown or plain text, taken apart into a draft review."""

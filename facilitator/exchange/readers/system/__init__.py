"""What systems tell: alerts, deployments, events of a cluster, logs."""

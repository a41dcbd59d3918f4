# A round: preparing it, its life, its report.

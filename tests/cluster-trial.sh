#!/usr/bin/env bash
# Three worker processes on one PostgreSQL with 100 local feeds, a Bot API and a webhook: one node is killed, one is frozen for a minute,
# the database crashes and comes back. What arrives is compared with one undisturbed node. Takes about five minutes; ends with a verdict.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/AlertWorker.Tests -c Release -v q
if ALERTWORKER_TRIAL=long tests/AlertWorker.Tests/bin/Release/net10.0/AlertWorker.Tests \
    -class AlertWorker.Hosting.ClusterTrialTests -showLiveOutput; then
    echo "The cluster told what one undisturbed node tells."
else
    echo "The cluster did NOT tell what one undisturbed node tells; see above."
    exit 1
fi

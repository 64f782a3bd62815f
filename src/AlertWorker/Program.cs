using AlertWorker.Commands;

var line = new CommandLine();
line.AddDefault(RunCommand.Create(), "AlertWorker --config /etc/alertworker");
line.Add(CheckCommand.Create(), "AlertWorker check --config /etc/alertworker");
line.Add(ParseCommand.Create(), "AlertWorker parse feed.xml");
line.Add(DetectCommand.Create(), "AlertWorker detect entries.jsonl > claims.jsonl");
line.Add(ReplayCommand.Create(), "AlertWorker replay day.jsonl > alerts.jsonl");
line.Add(EvaluateCommand.Create(), "AlertWorker evaluate labelled.jsonl --json");
line.Add(SendTestCommand.Create(), "AlertWorker send-test --to mailto:ops@example.org");
line.Add(DeliveriesCommand.Create(), "AlertWorker deliveries retry --all");
line.Add(StatusCommand.Create(), "AlertWorker status torkham --json");
line.Add(ExplainCommand.Create(), "AlertWorker explain https://news.example.org/torkham-closed");
line.Add(BackupCommand.Create(), "AlertWorker backup /var/backups/alertworker.db");
line.Add(
    MigrateCommand.Create(),
    "AlertWorker migrate --from sqlite:data/alertworker.db --to \"postgres:Host=db;Database=alerts;Username=aw\""
);
return await line.Run(args);

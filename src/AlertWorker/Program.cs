using AlertWorker.Commands;

return await new CommandLine().Add(CheckCommand.Create(), "AlertWorker check --config /etc/alertworker").Run(args);

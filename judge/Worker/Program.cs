using Judge.Worker;

return await CommandTable.RunAsync(
    [
        new CommandEntry("judge", JudgeCommand.Usage, words => words.JudgeLine, JudgeCommand.RunAsync),
        new CommandEntry("work", WorkCommand.Usage, words => words.WorkLine, WorkCommand.RunAsync)
    ],
    args);

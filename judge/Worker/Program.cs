using Judge.Worker;

return await CommandTable.RunAsync(
    [
        new CommandEntry("judge", JudgeCommand.Usage, words => words.JudgeLine, JudgeCommand.RunAsync)
    ],
    args);

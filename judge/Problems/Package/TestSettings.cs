namespace Judge.Problems.Package;

/// <summary>What <c>test_group.yaml</c> and <c>NAME.yaml</c> say of tests; the nearer one wins, key by key.</summary>
internal sealed record TestSettings
{
    private IReadOnlyList<string> Arguments { get; init; } = [];
    private IReadOnlyList<string> CheckerArguments { get; init; } = [];
    private IReadOnlyList<string> ValidatorArguments { get; init; } = [];
    private bool FullFeedback { get; init; }

    public static TestSettings Default(bool isSample) => new() { FullFeedback = isSample };

    /// <exception cref="PackageException">A key is not known or cannot be honoured.</exception>
    public TestSettings Over(YamlMap yaml, bool isGroup)
    {
        string[] both =
        [
            "args",
            "input_validator_args",
            "output_validator_args",
            "input_visualizer_args",
            "output_visualizer_args",
            "full_feedback",
        ];
        yaml.Allow([
            .. both,
            .. isGroup
                ? (string[])["max_score", "score_aggregation", "require_pass", "static_validation_score", "static_validator_args"]
                : ["hint", "description"],
        ]);
        foreach (var key in (string[])["static_validation_score", "static_validator_args"])
        {
            if (yaml.Has(key))
            {
                throw yaml.Wrong(key, "programs that look at sources (static validators) are not supported.");
            }
        }

        return this with
        {
            Arguments = yaml.Has("args") ? yaml.Texts("args") : Arguments,
            CheckerArguments = yaml.Has("output_validator_args") ? yaml.Texts("output_validator_args") : CheckerArguments,
            ValidatorArguments = yaml.Has("input_validator_args") ? yaml.Texts("input_validator_args") : ValidatorArguments,
            FullFeedback = yaml.Flag("full_feedback") ?? FullFeedback,
        };
    }

    public Test ApplyTo(Test test) =>
        test with
        {
            Arguments = Arguments,
            CheckerArguments = CheckerArguments,
            ValidatorArguments = ValidatorArguments,
            FullFeedback = FullFeedback,
        };
}

namespace Judge.Formats.Polygon;

/// <summary>Polygon's words for checkers that come with testlib, and for what is expected of solutions.</summary>
internal static class PolygonCheckers
{
    /// <summary>
    /// Ours for a checker of testlib (github.com/MikeMirzayanov/testlib, folder checkers): one of school.yaml, or flags of the checker for
    /// tokens. Null: it must be compiled.
    /// </summary>
    public static (string? Checker, string[] Flags)? BuiltIn(string name) =>
        name.Replace("std::", "", StringComparison.Ordinal).Replace(".cpp", "", StringComparison.Ordinal) switch
        {
            "fcmp" => ("lines", []),
            "lcmp" => ("themis_c2", []),
            "wcmp" or "ncmp" or "hcmp" or "icmp" => (null, ["case_sensitive"]),
            "yesno" or "nyesno" => (null, []),
            "rcmp4" => (null, ["float_tolerance", "1e-4"]),
            "rcmp6" => (null, ["float_tolerance", "1e-6"]),
            "rcmp9" => (null, ["float_tolerance", "1e-9"]),
            _ => null,
        };

    /// <summary>Folder of a solution; null: it is not to be run.</summary>
    public static string? Folder(string tag) =>
        tag switch
        {
            "main" or "accepted" => "accepted",
            "wrong-answer" or "presentation-error" => "wrong_answer",
            "time-limit-exceeded" => "time_limit_exceeded",
            "memory-limit-exceeded" => "memory_limit_exceeded",
            "rejected" or "failed" => "rejected",
            "time-limit-exceeded-or-accepted" or "time-limit-exceeded-or-memory-limit-exceeded" => "mixed",
            _ => null,
        };

    /// <summary>For submissions.yaml; null: what its folder says is enough.</summary>
    public static (string[] Permitted, string[] Required)? Expected(string tag) =>
        tag switch
        {
            "time-limit-exceeded-or-accepted" => (["AC", "TLE"], []),
            "time-limit-exceeded-or-memory-limit-exceeded" => (["AC", "TLE", "MLE"], ["TLE", "MLE"]),
            _ => null,
        };
}

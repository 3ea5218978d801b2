using System.Text.Json.Nodes;

namespace Judge.Sandbox.Filter;

/// <summary>The system calls that a box may use, in the two forms that boxes want: Docker's profile, and a BPF program.</summary>
internal sealed class SystemCalls(IReadOnlyList<SystemCall> calls)
{
    private const string Resource = "Judge.Sandbox.Filter.allowed-calls.txt";

    public static SystemCalls Allowed { get; } = Load();

    public IReadOnlyList<SystemCall> Calls { get; } = calls;

    /// <summary>JSON text as the engine takes it in <c>seccomp=</c>: all but the listed calls fail with EPERM.</summary>
    public string ToDockerProfile()
    {
        var free = Calls.Where(c => c.Condition is null && c.Error is null).Select(c => (JsonNode?)c.Name);
        var rules = new JsonArray(Rule(new JsonArray([.. free]), "SCMP_ACT_ALLOW"));
        foreach (var call in Calls.Where(c => c.Condition is not null || c.Error is not null))
        {
            rules.Add((JsonNode)Special(call));
        }

        return new JsonObject
        {
            ["defaultAction"] = "SCMP_ACT_ERRNO",
            ["architectures"] = new JsonArray("SCMP_ARCH_X86_64"),
            ["syscalls"] = rules,
        }.ToJsonString();
    }

    private static JsonObject Special(SystemCall call)
    {
        var rule = Rule(new JsonArray(call.Name), call.Error is null ? "SCMP_ACT_ALLOW" : "SCMP_ACT_ERRNO");
        if (call.Error is not null)
        {
            rule["errnoRet"] = call.Error;
        }

        if (call.Condition is { } test)
        {
            rule["args"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = test.Argument,
                    ["value"] = test.Mask,
                    ["valueTwo"] = test.Value,
                    ["op"] = "SCMP_CMP_MASKED_EQ",
                }
            );
        }

        return rule;
    }

    private static JsonObject Rule(JsonArray names, string action) => new() { ["names"] = names, ["action"] = action };

    private static SystemCalls Load()
    {
        using var stream =
            typeof(SystemCalls).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The list of system calls is not in the program.");
        using var reader = new StreamReader(stream);
        return new SystemCalls([.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && !l.StartsWith('#')).Select(SystemCall.Parse)]);
    }
}

using Judge.Sandbox;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>Every attack is contained, and the next test in the same box is right.</summary>
public abstract class AttackContract(Boxes boxes)
{
    /// <summary>What stands in the way of the next test: files, processes; then an ordinary answer.</summary>
    private const string NextTest = """
        import os
        def is_ours(pid): return int(pid) == os.getpid() or "\nUid:\t0\t0\t0\t0\n" in open(f"/proc/{pid}/status").read()
        others = [p for p in os.listdir("/proc") if p.isdigit() and not is_ours(p)]
        print(sorted(os.listdir("/box")) + others, sum(int(x) for x in input().split()))
        """;

    /// <summary>Those in Python in both ways of starting.</summary>
    public static TheoryData<string, bool> Attacks =>
        [
            .. Attack.Names.Select(name => (name, false)),
            .. Attack.Names.Where(name => name.EndsWith(".py", StringComparison.Ordinal)).Select(name => (name, true)),
        ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Is_contained_and_the_next_test_is_right(string name, bool fork)
    {
        var attack = Attack.Read(name);
        (var box, var command) = await attack.OpenAsync(boxes.Sandbox, Token);
        await using (box)
        {
            for (var i = 0; i < attack.Times; i++)
            {
                var e = await box.RunAsync(attack.Equip(command with { Fork = fork }), LimitsFor(attack), Token);
                Assert.DoesNotContain("LEAK", Said(e), StringComparison.Ordinal);
                Assert.True(
                    attack.Expected.Contains(e.Ending),
                    $"{e.Ending} {e.ExitCode}/{e.Signal} cpu {e.Cpu} wall {e.Wall}: {Complained(e)}"
                );
                Assert.DoesNotContain(e.Files, f => f.Value.Length > 0);
            }

            await AnswerTheNextAsync(box, name.EndsWith(".pas", StringComparison.Ordinal), fork);
        }
    }

    /// <summary>Only an attack that is to be stopped by time has little of it: any other would be stopped so on a slow machine.</summary>
    private static Limits LimitsFor(Attack attack)
    {
        var limits = Usual with { Processes = attack.Processes };
        return attack.Expected.SequenceEqual([Ending.WallLimit]) ? limits with { Wall = TimeSpan.FromSeconds(2) }
            : attack.Expected.Contains(Ending.CpuLimit) ? limits with { Cpu = TimeSpan.FromSeconds(0.7), Wall = TimeSpan.FromSeconds(30) }
            : limits;
    }

    private static async Task AnswerTheNextAsync(IBox box, bool pascal, bool fork)
    {
        if (pascal)
        {
            await PutPascalAsync(box, "var a, b: longint; begin read(a, b); writeln(a + b) end.");
            Assert.Equal("42\n", Said(await box.RunAsync(Pascal("40 2\n"), Usual, Token)));
        }
        else
        {
            await box.PutAsync("main.py", Text(NextTest), Token);
            Assert.Equal("[] 42\n", Said(await box.RunAsync(Python("40 2\n", fork), Usual, Token)));
        }
    }
}

public sealed class DockerAttacks(DockerBoxesFixture boxes) : AttackContract(boxes);

public sealed class BubblewrapAttacks(BubblewrapBoxesFixture boxes) : AttackContract(boxes);

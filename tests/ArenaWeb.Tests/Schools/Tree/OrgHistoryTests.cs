using ArenaWeb.Schools.Tree;
using FsCheck.Fluent;
using Judge.Tests;

namespace ArenaWeb.Tests.Schools.Tree;

/// <summary>Random histories of renamings, moves, mergers and splits, held against a log that is read anew for every question.</summary>
public sealed class OrgHistoryTests
{
    private const int Days = 30;
    private static readonly DateOnly Zero = new(2020, 1, 1);

    [Fact]
    public void On_every_day_the_tree_answers_as_the_log_of_what_was_done() =>
        Prop.ForAll<byte[]>(steps =>
            {
                var world = new World();
                world.Play(steps);
                for (var day = 0; day <= Days; day++)
                {
                    world.AssertAlike(Zero.AddDays(day));
                }
            })
            .Holds(200);

    [Fact]
    public void Nobody_is_above_himself_and_successors_never_go_round() =>
        Prop.ForAll<byte[]>(steps =>
            {
                var world = new World();
                world.Play(steps);
                foreach (var unit in world.Tree.Units)
                {
                    for (var day = 0; day <= Days; day++)
                    {
                        var at = world.Tree.AsOf(Zero.AddDays(day));
                        Assert.DoesNotContain(unit, at.Ancestors(unit).Take(10));
                        Assert.All(world.Tree.Heirs(unit.Id, at.Day), heir => Assert.True(at.Has(heir)));
                    }
                    Assert.All(unit.Successors, heir => Assert.True(world.Tree.Find(heir)!.Valid.Last > unit.Valid.Last));
                }
            })
            .Holds();

    /// <summary>Acts that were granted, each with its day. A later act of the same day takes the earlier one's place.</summary>
    private sealed class World
    {
        private readonly List<(UnitId Unit, DateOnly From, string Name)> _names = [];
        private readonly List<(UnitId Unit, DateOnly From, UnitId Parent)> _parents = [];
        private readonly Dictionary<UnitId, (DateOnly First, DateOnly Last)> _days = [];
        private int _numbers;

        public World()
        {
            foreach (var kind in (UnitKind[])[UnitKind.Department, UnitKind.District, UnitKind.District, UnitKind.Ward, UnitKind.Ward])
            {
                Found(kind, Zero, Tree.Find(new(1)));
            }
        }

        public OrgTree Tree { get; private set; } = OrgTree.Empty;

        public void Play(byte[] steps)
        {
            foreach (var step in steps.Chunk(4).Where(step => step.Length == 4))
            {
                var day = Zero.AddDays(step[1] % Days);
                var unit = Tree.Find(new(1 + (step[2] % Tree.Units.Count)))!;
                var other = Tree.Find(new(1 + (step[3] % Tree.Units.Count)))!;
                Step(step[0] % 6, day, unit, other);
            }
        }

        public void AssertAlike(DateOnly day)
        {
            var at = Tree.AsOf(day);
            foreach (var unit in Tree.Units)
            {
                Assert.Equal(IsThere(unit.Id, day), at.Has(unit));
                Assert.True(!at.Has(unit) || NameOf(unit.Id, day) == unit.NameAt(day).Name);
                Assert.Equal(ParentOf(unit.Id, day), at.Parent(unit)?.Id);
                Assert.Equal(Above(unit.Id, day), at.Ancestors(unit).Select(above => above.Id));
                Assert.Equal(
                    Tree.Units.Select(child => child.Id).Where(child => ParentOf(child, day) == unit.Id).ToHashSet(),
                    at.Children(unit.Id).Select(child => child.Id).ToHashSet()
                );
            }
        }

        private void Step(int act, DateOnly day, OrgUnit unit, OrgUnit other)
        {
            var name = $"Tên {++_numbers}";
            switch (act)
            {
                case 0:
                    Found(UnitKind.School, day, unit);
                    break;
                case 1 when Do(OrgActs.Rename(Tree, unit, new(name, name), day)):
                    _names.Add((unit.Id, day, name));
                    break;
                case 2 when Do(OrgActs.Move(Tree, unit, other.Id, day)):
                    _parents.Add((unit.Id, day, other.Id));
                    break;
                case 3 when Do(OrgActs.End(Tree, unit, day, [other.Id], [])):
                    _days[unit.Id] = (_days[unit.Id].First, day);
                    break;
                case 4:
                    Split(unit, day, name);
                    break;
                case 5 when Do(OrgActs.Revive(Tree, unit)):
                    _days[unit.Id] = (_days[unit.Id].First, DateOnly.MaxValue);
                    break;
            }
        }

        private void Found(UnitKind kind, DateOnly first, OrgUnit? parent)
        {
            var name = $"Tên {++_numbers}";
            var unit = SomeUnits.Unit(0, kind, name, first, null, parent is null ? [] : [(first, parent.Id.Value)]);
            var id = Tree.NextId;
            if (Do(OrgActs.Add(Tree, unit)))
            {
                Know(id, first, name, parent?.Id);
            }
        }

        private void Split(OrgUnit unit, DateOnly last, string name)
        {
            var (parent, next) = (ParentOf(unit.Id, last), last.AddDays(1));
            var ids = new[] { Tree.NextId, new UnitId(Tree.NextId.Value + 1) };
            if (Do(OrgActs.End(Tree, unit, last, [], [new(name + "a", name), new(name + "b", name)])))
            {
                _days[unit.Id] = (_days[unit.Id].First, last);
                var stays = parent is { } id && IsThere(id, next) ? parent : null;
                Know(ids[0], next, name + "a", stays);
                Know(ids[1], next, name + "b", stays);
            }
        }

        private void Know(UnitId id, DateOnly first, string name, UnitId? parent)
        {
            _days[id] = (first, DateOnly.MaxValue);
            _names.Add((id, DateOnly.MinValue, name));
            if (parent is { } above)
            {
                _parents.Add((id, first, above));
            }
        }

        private bool Do(OrgChange change)
        {
            if (change.Flaws.Count == 0)
            {
                Tree = Tree.With(change.Units);
            }

            return change.Flaws.Count == 0;
        }

        private bool IsThere(UnitId unit, DateOnly day) => _days[unit].First <= day && day <= _days[unit].Last;

        private string NameOf(UnitId unit, DateOnly day)
        {
            var names = _names.Where(name => name.Unit == unit).ToList();
            var latest = names.Where(name => name.From <= day).Max(name => name.From);
            return names.Last(name => name.From == latest).Name;
        }

        private UnitId? ParentOf(UnitId unit, DateOnly day)
        {
            var parents = _parents.Where(parent => parent.Unit == unit && parent.From <= day).ToList();
            if (!IsThere(unit, day) || parents.Count == 0)
            {
                return null;
            }

            var latest = parents.Max(parent => parent.From);
            var above = parents.Last(parent => parent.From == latest).Parent;
            return IsThere(above, day) ? above : null;
        }

        private List<UnitId> Above(UnitId unit, DateOnly day) => ParentOf(unit, day) is { } parent ? [parent, .. Above(parent, day)] : [];
    }
}

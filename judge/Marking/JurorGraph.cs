namespace Judge.Marking;

/// <summary>Jurors who share an entry are neighbours. Severities of jurors who are not connected cannot be compared.</summary>
public static class JurorGraph
{
    /// <summary>Jurors by component, each from the lowest number; an entry of one juror joins nobody to anybody.</summary>
    /// <param name="together">The jurors of each entry.</param>
    public static IReadOnlyList<IReadOnlyList<JurorId>> Components(IEnumerable<IReadOnlyList<JurorId>> together)
    {
        var root = new Dictionary<JurorId, JurorId>();
        foreach (var jurors in together)
        {
            foreach (var juror in jurors)
            {
                root.TryAdd(juror, juror);
                var (one, other) = (Root(jurors[0]), Root(juror));
                root[one.CompareTo(other) < 0 ? other : one] = one.CompareTo(other) < 0 ? one : other;
            }
        }

        return [.. root.Keys.Order().GroupBy(Root).OrderBy(group => group.Key).Select(IReadOnlyList<JurorId> (group) => [.. group])];

        JurorId Root(JurorId juror)
        {
            while (root[juror] != juror)
            {
                juror = root[juror] = root[root[juror]];
            }

            return juror;
        }
    }
}

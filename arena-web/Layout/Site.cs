namespace ArenaWeb.Layout;

/// <summary>What the organisers call their site; stands in the header, in titles and on cards.</summary>
internal sealed record Site(string Name);

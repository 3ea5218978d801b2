namespace Judge.Cluster;

/// <summary>What a certificate of the site allows.</summary>
internal enum SiteRole
{
    None,

    /// <summary>Everything: it is a part of the cluster.</summary>
    Arena,

    /// <summary>To ask for work and to hand in what came of it, under its own name.</summary>
    Node,
}

/// <summary>Whom a certificate of the site names.</summary>
/// <param name="Serial">Of the certificate, in upper-case hex; it is what the list of refused ones holds.</param>
/// <param name="End">When the certificate runs out.</param>
internal sealed record SiteMember(string Name, SiteRole Role, string Serial, DateTimeOffset End)
{
    public const int MostNameLength = 60;

    /// <summary>A name becomes a file's name and stands in messages, so it has letters of one kind only.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= MostNameLength
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}

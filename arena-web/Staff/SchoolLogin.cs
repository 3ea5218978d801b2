namespace ArenaWeb.Staff;

/// <summary>Whether a login that looks like an address is one of a school.</summary>
internal static class SchoolLogin
{
    /// <summary>Domains whose labels an address must end with, with at least one more in front.</summary>
    private static readonly string[][] Allowed =
    [
        ["edu", "vn"],
    ];

    /// <summary>
    /// Compares label by label, so that <c>notedu.vn</c> and <c>hcm.edu.vn.evil.com</c> do not pass. A login without <c>@</c> is no address
    /// and passes.
    /// </summary>
    public static bool IsAllowed(string login)
    {
        var at = login.LastIndexOf('@');
        if (at < 0)
        {
            return true;
        }
        var labels = login[(at + 1)..].Trim().ToLowerInvariant().Split('.');
        return at > 0
            && labels.All(label => label.Length > 0 && label.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-'))
            && Allowed.Any(domain => labels.Length > domain.Length && labels[^domain.Length..].SequenceEqual(domain));
    }
}

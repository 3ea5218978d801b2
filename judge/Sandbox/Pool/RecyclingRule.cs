namespace Judge.Sandbox.Pool;

/// <summary>When a box is thrown away after a submission.</summary>
internal static class RecyclingRule
{
    /// <summary>
    /// The reason, or null when the next submission may use the box: after anything unusual, and after so many uses. (A used
    /// box that then idles is replaced too, so a short queue gets a fresh box for each submission.)
    /// </summary>
    public static string? Reason(string? anomaly, int uses, int usesPerBox) => anomaly ?? (uses >= usesPerBox ? "used_up" : null);
}

namespace ArenaWeb.Accounts;

/// <summary>What came of a try at the door: the person, or a pause still to wait, or neither (not right).</summary>
internal sealed record SignIn<T>(T? Person, TimeSpan? Pause)
    where T : class
{
    /// <summary>A supervisor's code came along and was right.</summary>
    public bool IsVouchedFor { get; init; }

    public static SignIn<T> Wrong { get; } = new(null, null);

    public static SignIn<T> Right(T person) => new(person, null);

    public static SignIn<T> Paused(TimeSpan pause) => new(null, pause);
}

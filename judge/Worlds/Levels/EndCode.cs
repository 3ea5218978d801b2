namespace Judge.Worlds.Levels;

/// <summary>How a run ended. Numbers are kept in traces: a new code goes to the end, none changes its place.</summary>
public enum EndCode
{
    Ok,
    NotAtGoal,
    PastGoal,
    ThingsLeft,
    HouseShort,
    DrawingShort,
    DrawingExtra,
    ToldWrong,
    HitWall,
    LeftMap,
    FellInHole,
    OffLine,
    GateClosed,
    Collision,
    NothingHere,
    BagFull,
    EmptyHanded,
    HouseFull,
    OutOfPower,
    OutOfTicks,
    IdleLoop,
    TooDeep,
    DivisionByZero,
    NumberTooLarge,
    WrongThing,
}

/// <summary>Codes as they are written in files, answers and word files.</summary>
public static class EndCodes
{
    private static readonly string[] Names = [.. Enum.GetNames<EndCode>().Select(Written)];

    /// <summary>Such as <c>hit_wall</c>.</summary>
    public static string Key(this EndCode code) => Names[(int)code];

    /// <summary>The code of that key; null: there is none.</summary>
    public static EndCode? Of(string key) => Array.IndexOf(Names, key) is >= 0 and var at ? (EndCode)at : null;

    private static string Written(string name) =>
        string.Concat(
            name.Select((sign, at) => char.IsUpper(sign) && at > 0 ? $"_{char.ToLowerInvariant(sign)}" : $"{char.ToLowerInvariant(sign)}")
        );
}

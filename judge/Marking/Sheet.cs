namespace Judge.Marking;

/// <summary>Where a version of a sheet stands.</summary>
public enum SheetState
{
    /// <summary>Chưa mở.</summary>
    Waiting,

    /// <summary>Đang chấm: a draft, seen by its juror alone.</summary>
    Marking,

    /// <summary>Đã nộp: the juror may still take it back.</summary>
    HandedIn,

    /// <summary>Đã khóa: it counts.</summary>
    Locked,

    /// <summary>Xin không chấm: another juror is drawn.</summary>
    Recused,

    /// <summary>Trả lại: the next version is being marked.</summary>
    Returned,

    /// <summary>Có bản sửa: a later version follows from a dialogue; this one stays readable.</summary>
    Revised,

    /// <summary>Hủy hiệu lực: it stays readable and counts no more.</summary>
    Void,
}

/// <summary>What is done to a sheet.</summary>
public enum SheetAct
{
    Open,
    HandIn,
    TakeBack,
    Recuse,

    /// <summary>Of the head juror, or when the round closes.</summary>
    Lock,

    /// <summary>Of the head juror.</summary>
    Return,

    /// <summary>Of the juror, in a dialogue.</summary>
    Revise,

    /// <summary>Of the head juror, when a conflict is found late.</summary>
    Void,
}

/// <summary>One version of what one juror says of one entry in one round (phiếu chấm).</summary>
public sealed record Sheet
{
    public required JurorId Juror { get; init; }

    public required EntryId Entry { get; init; }

    /// <summary>From 1; earlier versions stay as they were.</summary>
    public int Version { get; init; } = 1;

    public SheetState State { get; init; }

    /// <summary>By criterion; one that is not there is not marked, which is not zero.</summary>
    public IReadOnlyDictionary<string, decimal> Marks { get; init; } = new Dictionary<string, decimal>();

    /// <summary>By criterion.</summary>
    public IReadOnlyDictionary<string, string> Comments { get; init; } = new Dictionary<string, string>();

    /// <summary>By gate; one that is not there is not answered.</summary>
    public IReadOnlyDictionary<string, bool> Answers { get; init; } = new Dictionary<string, bool>();

    /// <summary>Why it was returned, revised, made void, or not marked; empty: none of it.</summary>
    public string Reason { get; init; } = "";
}

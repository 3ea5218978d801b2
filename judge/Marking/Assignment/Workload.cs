namespace Judge.Marking.Assignment;

/// <summary>How much there is to mark, before anybody is invited.</summary>
/// <param name="Entries">At least 0.</param>
/// <param name="PerEntry">Sheets of an entry.</param>
/// <param name="Minutes">That a sheet takes; above 0.</param>
/// <param name="Extra">Sheets more, for disagreement, as a share of the entries; see <c>Thresholds.ShareBeyond</c>.</param>
public sealed record Workload(int Entries, int PerEntry, decimal Minutes, decimal Extra = 0)
{
    public int Sheets => (int)Math.Ceiling(Entries * (PerEntry + Extra));

    /// <param name="minutesEach">That a juror has; above 0.</param>
    public int Jurors(decimal minutesEach) => (int)Math.Ceiling(Sheets * Minutes / minutesEach);

    /// <param name="jurors">At least 1.</param>
    public decimal MinutesEach(int jurors) => Math.Ceiling((decimal)Sheets / jurors) * Minutes;
}

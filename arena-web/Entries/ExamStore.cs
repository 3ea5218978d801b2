using System.Data.Common;
using ArenaWeb.Entries.Seating;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Entries;

/// <summary>Rooms and shifts of a contest, and who sits where.</summary>
internal sealed class ExamStore(Database database)
{
    /// <summary>In the organiser's order.</summary>
    public Task<IReadOnlyList<Room>> RoomsAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Room>>(
            async connection =>
                [
                    .. (
                        await connection.QueryAsync<RoomRow>(
                            "select id, name, capacity from exam_rooms where contest_id = @contest order by id",
                            new { contest = contest.Value }
                        )
                    ).Select(row => new Room(row.Id, row.Name, (int)row.Capacity)),
                ],
            ct
        );

    /// <summary>By their start.</summary>
    public Task<IReadOnlyList<Shift>> ShiftsAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Shift>>(
            async connection =>
                [
                    .. (
                        await connection.QueryAsync<ShiftRow>(
                            """
                            select id, name, starts_at as StartsAt, minutes, divisions from exam_shifts
                            where contest_id = @contest order by starts_at, id
                            """,
                            new { contest = contest.Value }
                        )
                    ).Select(row => row.ToShift()),
                ],
            ct
        );

    /// <summary>By the number of the entrant.</summary>
    public Task<IReadOnlyDictionary<long, Seat>> SeatsAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<long, Seat>>(
            async connection =>
                (
                    await connection.QueryAsync<SeatRow>(
                        """
                        select entrant_id as Entrant, shift_id as Shift, room_id as Room, seat as Number
                        from exam_seats where contest_id = @contest
                        """,
                        new { contest = contest.Value }
                    )
                ).ToDictionary(row => row.Entrant, row => new Seat(row.Shift, row.Room, (int)row.Number)),
            ct
        );

    /// <summary>Puts rooms in the place of those that are there: with a number the same room, with 0 a new one.</summary>
    public Task SaveRoomsAsync(ContestId contest, IReadOnlyList<Room> rooms, CancellationToken ct) =>
        SaveAsync(
            "exam_rooms",
            "insert into exam_rooms (contest_id, name, capacity) values (@contest, @Name, @Capacity)",
            "update exam_rooms set name = @Name, capacity = @Capacity where id = @Id and contest_id = @contest",
            contest,
            rooms.Select(room =>
                (
                    room.Id,
                    (object)
                        new
                        {
                            contest = contest.Value,
                            room.Id,
                            room.Name,
                            room.Capacity,
                        }
                )
            ),
            ct
        );

    /// <summary>As <see cref="SaveRoomsAsync"/>.</summary>
    public Task SaveShiftsAsync(ContestId contest, IReadOnlyList<Shift> shifts, CancellationToken ct) =>
        SaveAsync(
            "exam_shifts",
            """
            insert into exam_shifts (contest_id, name, starts_at, minutes, divisions)
            values (@contest, @Name, @start, @minutes, @divisions)
            """,
            """
            update exam_shifts set name = @Name, starts_at = @start, minutes = @minutes, divisions = @divisions
            where id = @Id and contest_id = @contest
            """,
            contest,
            shifts.Select(shift =>
                (
                    shift.Id,
                    (object)
                        new
                        {
                            contest = contest.Value,
                            shift.Id,
                            shift.Name,
                            start = shift.Start.ToUnixTimeMilliseconds(),
                            minutes = (int)shift.Duration.TotalMinutes,
                            divisions = string.Join('\n', shift.Divisions),
                        }
                )
            ),
            ct
        );

    /// <summary>Puts a whole plan in the place of the one that is there.</summary>
    public Task PlaceAsync(ContestId contest, IReadOnlyDictionary<long, Seat> plan, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "delete from exam_seats where contest_id = @contest",
                    new { contest = contest.Value },
                    transaction
                );
                return await InsertAsync(transaction, contest, plan);
            },
            ct
        );

    /// <summary>Seats somebody there. Whoever sat there gets the seat that becomes free, or none where there was none.</summary>
    public Task MoveAsync(ContestId contest, long entrant, Seat seat, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var rows = (
                    await connection.QueryAsync<SeatRow>(
                        """
                        select entrant_id as Entrant, shift_id as Shift, room_id as Room, seat as Number from exam_seats
                        where contest_id = @contest
                          and (entrant_id = @entrant or (shift_id = @Shift and room_id = @Room and seat = @Number))
                        """,
                        new
                        {
                            contest = contest.Value,
                            entrant,
                            seat.Shift,
                            seat.Room,
                            seat.Number,
                        },
                        transaction
                    )
                ).ToDictionary(row => row.Entrant, row => new Seat(row.Shift, row.Room, (int)row.Number));
                await connection.ExecuteAsync(
                    "delete from exam_seats where entrant_id = @Key",
                    rows.Keys.Select(key => new { Key = key }),
                    transaction
                );
                var after = new Dictionary<long, Seat> { [entrant] = seat };
                if (rows.TryGetValue(entrant, out var left) && rows.Keys.FirstOrDefault(key => key != entrant) is > 0 and var other)
                {
                    after[other] = left;
                }

                return await InsertAsync(transaction, contest, after);
            },
            ct
        );

    /// <summary>Of the draw of candidate numbers; null: there was none.</summary>
    public Task<string?> SeedAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<string?>(
                    "select seed from exam_numbering where contest_id = @contest",
                    new { contest = contest.Value }
                ),
            ct
        );

    /// <summary>The first seed stays: it is published before anything is drawn by it.</summary>
    public Task KeepSeedAsync(ContestId contest, string seed, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "insert into exam_numbering (contest_id, seed) values (@contest, @seed) on conflict do nothing",
                    new { contest = contest.Value, seed },
                    transaction
                ),
            ct
        );

    private Task<int> SaveAsync(
        string table,
        string insert,
        string update,
        ContestId contest,
        IEnumerable<(long Id, object Values)> rows,
        CancellationToken ct
    ) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var all = rows.ToList();
                var known = await connection.QueryAsync<long>(
                    $"select id from {table} where contest_id = @contest",
                    new { contest = contest.Value },
                    transaction
                );
                await connection.ExecuteAsync(
                    $"delete from {table} where id = @id",
                    known.Except(all.Select(row => row.Id)).Select(id => new { id }),
                    transaction
                );
                foreach (var (id, values) in all)
                {
                    await connection.ExecuteAsync(id > 0 ? update : insert, values, transaction);
                }

                return all.Count;
            },
            ct
        );

    private static Task<int> InsertAsync(DbTransaction transaction, ContestId contest, IReadOnlyDictionary<long, Seat> seats) =>
        transaction.Connection!.ExecuteAsync(
            "insert into exam_seats (contest_id, entrant_id, shift_id, room_id, seat) values (@contest, @Key, @Shift, @Room, @Number)",
            seats.Select(one => new
            {
                contest = contest.Value,
                one.Key,
                one.Value.Shift,
                one.Value.Room,
                one.Value.Number,
            }),
            transaction
        );

    private sealed class RoomRow
    {
        public long Id { get; init; }
        public string Name { get; init; } = "";
        public long Capacity { get; init; }
    }

    private sealed class ShiftRow
    {
        public long Id { get; init; }
        public string Name { get; init; } = "";
        public long StartsAt { get; init; }
        public long Minutes { get; init; }
        public string Divisions { get; init; } = "";

        public Shift ToShift() =>
            new(
                Id,
                Name,
                DateTimeOffset.FromUnixTimeMilliseconds(StartsAt),
                TimeSpan.FromMinutes(Minutes),
                Divisions.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            );
    }

    private sealed class SeatRow
    {
        public long Entrant { get; init; }
        public long Shift { get; init; }
        public long Room { get; init; }
        public long Number { get; init; }
    }
}

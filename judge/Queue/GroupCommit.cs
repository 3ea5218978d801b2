namespace Judge.Queue;

/// <summary>Writes many at once: while one batch is being written the next one gathers, so nobody waits for a timer.</summary>
/// <param name="write">Writes a batch, all or none; gives an answer for each.</param>
/// <param name="most">Most in a batch.</param>
internal sealed class GroupCommit<TItem, TAnswer>(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> write, int most)
{
    private readonly Lock _gate = new();
    private readonly Queue<(TItem Item, TaskCompletionSource<TAnswer> Answer)> _waiting = new();
    private bool _writing;

    /// <summary>Returns once it is written; throws what the writing of its batch threw.</summary>
    public Task<TAnswer> AddAsync(TItem item)
    {
        var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((item, answer));
            if (_writing)
            {
                return answer.Task;
            }

            _writing = true;
        }

        _ = WriteAllAsync();
        return answer.Task;
    }

    private async Task WriteAllAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                var answers = await write([.. batch.Select(one => one.Item)]);
                for (var i = 0; i < batch.Count; i++)
                {
                    batch[i].Answer.SetResult(answers[i]);
                }
            }
            catch (Exception e)
            {
                batch.ForEach(one => one.Answer.TrySetException(e));
            }
        }
    }

    private List<(TItem Item, TaskCompletionSource<TAnswer> Answer)> Next()
    {
        lock (_gate)
        {
            var batch = new List<(TItem, TaskCompletionSource<TAnswer>)>();
            while (batch.Count < most && _waiting.TryDequeue(out var one))
            {
                batch.Add(one);
            }

            _writing = batch.Count > 0;
            return batch;
        }
    }
}

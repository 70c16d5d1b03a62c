using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;

namespace PolicyBot.Tests.Support;

/// <summary>Everything that this process tells its observers, and a search for what none of them may be told.</summary>
internal sealed class Traces : IDisposable
{
    private readonly ActivityListener spans;
    private readonly MeterListener meters = new();

    public Traces()
    {
        spans = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Lines.Enqueue(
                $"{span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)} {string.Join(' ', span.Events.SelectMany(one => one.Tags).Select(tag => tag.ToString()))}"),
        };
        ActivitySource.AddActivityListener(spans);
        meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Keep(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        meters.Start();
    }

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Where in the files below a folder one of these words stands, in UTF-8 or UTF-16.</summary>
    public static IEnumerable<string> InFiles(string folder, params string[] words)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[file.Length];
            file.ReadExactly(content);
            foreach (var word in words)
            {
                if (new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Any(encoding => content.AsSpan().IndexOf(encoding.GetBytes(word)) >= 0))
                {
                    yield return $"{word} in {Path.GetFileName(path)}";
                }
            }
        }
    }

    public void Dispose()
    {
        spans.Dispose();
        meters.Dispose();
    }

    private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => Lines.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}");
}

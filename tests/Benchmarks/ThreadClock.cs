using System.Runtime.InteropServices;

namespace PolicyBot.Benchmarks;

/// <summary>The processor time of the thread that asks, as Java's ThreadMXBean has it: other work on the machine hardly changes it.</summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>NaN where the system has no such clock of Linux.</summary>
    public static double Micros => OperatingSystem.IsLinux() && ClockGetTime(ThreadCpuTime, out var time) == 0
        ? time.Seconds * 1e6 + time.Nanos / 1e3
        : double.NaN;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out Time time);

    private readonly record struct Time(nint Seconds, nint Nanos);
}

namespace AlertWorker.Commands.Evaluation;

/// <summary>Counts of claims found rightly, raised falsely and missed, and what follows from them.</summary>
/// <param name="Tp">Found rightly.</param>
/// <param name="Fp">Raised falsely.</param>
/// <param name="Fn">Missed.</param>
internal sealed record Tally(int Tp, int Fp, int Fn)
{
    public static Tally Empty { get; } = new(0, 0, 0);

    public double Precision => Ratio(Tp, Tp + Fp);

    public double Recall => Ratio(Tp, Tp + Fn);

    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Ratio(2 * Precision * Recall, Precision + Recall);

    public static Tally operator +(Tally one, Tally other) =>
        new(one.Tp + other.Tp, one.Fp + other.Fp, one.Fn + other.Fn);

    public override string ToString() =>
        $"P {Precision:F3}  R {Recall:F3}  F1 {F1:F3}  ({Tp} right, {Fp} false, {Fn} missed)";

    private static double Ratio(double part, double whole) => whole > 0 ? Math.Round(part / whole, 4) : 0;
}

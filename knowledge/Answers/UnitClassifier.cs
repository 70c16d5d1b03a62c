namespace PolicyBot.Knowledge.Answers;

/// <summary>
/// Tells by its wording which of a guide's answers a question asks for: a softmax regression over pieces of words, trained when the
/// guides are read. The same wordings give the same weights, on every machine and in every run.
/// </summary>
internal sealed class UnitClassifier
{
    private const int Epochs = 30;
    private const float Rate = 0.5f;
    private const float Decay = 1e-5f;

    /// <summary>Coprime to any count of wordings below it, so that a stride visits each once.</summary>
    private const int Stride = 7919;

    private readonly Dictionary<ulong, int> features = [];
    private readonly float[] rarity;
    private readonly float[] weights;
    private readonly int classes;

    /// <param name="examples">The pieces of a wording, and the number of its class.</param>
    public UnitClassifier(IReadOnlyList<(IReadOnlyDictionary<ulong, float> Pieces, int Class)> examples, int classes)
    {
        this.classes = classes;
        var holders = new List<int>();
        foreach (var piece in examples.SelectMany(example => example.Pieces.Keys))
        {
            if (features.TryAdd(piece, features.Count))
            {
                holders.Add(0);
            }

            holders[features[piece]]++;
        }

        rarity = [.. holders.Select(holding => MathF.Log(1 + (examples.Count / (float)holding)))];
        weights = new float[(features.Count + 1) * classes];
        Train([.. examples.Select(example => (Vector(example.Pieces), example.Class))]);
    }

    /// <summary>How likely each class is; they add up to 1.</summary>
    public float[] Classify(IReadOnlyDictionary<ulong, float> pieces)
    {
        var likely = new float[classes];
        Score(Vector(pieces), likely);
        return likely;
    }

    private void Train(IReadOnlyList<((int Feature, float Value)[] Pieces, int Class)> examples)
    {
        var squares = new float[weights.Length];
        var likely = new float[classes];
        for (var step = 0; step < Epochs * examples.Count; step++)
        {
            var (pieces, wanted) = examples[(int)((long)step * Stride % examples.Count)];
            Score(pieces, likely);
            likely[wanted] -= 1;
            foreach (var (feature, value) in pieces)
            {
                var row = feature * classes;
                for (var c = 0; c < classes; c++)
                {
                    var gradient = (likely[c] * value) + (Decay * weights[row + c]);
                    squares[row + c] += gradient * gradient;
                    weights[row + c] -= Rate * gradient / (1e-3f + MathF.Sqrt(squares[row + c]));
                }
            }
        }
    }

    private void Score((int Feature, float Value)[] pieces, float[] likely)
    {
        Array.Clear(likely);
        foreach (var (feature, value) in pieces)
        {
            var row = feature * classes;
            for (var c = 0; c < classes; c++)
            {
                likely[c] += weights[row + c] * value;
            }
        }

        var most = likely.Max();
        var sum = 0f;
        for (var c = 0; c < classes; c++)
        {
            likely[c] = MathF.Exp(likely[c] - most);
            sum += likely[c];
        }

        for (var c = 0; c < classes; c++)
        {
            likely[c] /= sum;
        }
    }

    /// <summary>Of length 1; the last feature is always there.</summary>
    private (int Feature, float Value)[] Vector(IReadOnlyDictionary<ulong, float> pieces)
    {
        var known = pieces.Where(piece => features.ContainsKey(piece.Key))
            .Select(piece => (Feature: features[piece.Key], Value: piece.Value * rarity[features[piece.Key]])).OrderBy(piece => piece.Feature).ToList();
        var length = MathF.Sqrt(known.Sum(piece => piece.Value * piece.Value));
        return [.. known.Select(piece => (piece.Feature, piece.Value / length)), (features.Count, 0.2f)];
    }
}

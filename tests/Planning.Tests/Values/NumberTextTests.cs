using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Planning.Values;

namespace Relata.Planning.Tests.Values;

/// <summary>Numbers against .NET's own.</summary>
public sealed class NumberTextTests
{
    private static readonly Gen<decimal> Decimals =
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Choose(int.MinValue, int.MaxValue)
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from size in Gen.Choose(0, 3)
        from scale in Gen.Choose(0, 28)
        from negative in Gen.Elements(true, false)
        select new decimal(size > 0 ? low : low % 100, size > 1 ? middle : 0, size > 2 ? high : 0, negative, (byte)scale);

    [Fact]
    public void A_decimal_keeps_its_digits() => Property.Holds(Decimals, value =>
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        Decimal(text, null, null).ShouldBe(value == 0 ? text.TrimStart('-') : text);
    });

    [Fact]
    public void An_exponent_moves_the_point() => Property.Holds(
        from value in Decimals from exponent in Gen.Choose(-40, 40) select (value, exponent), sample =>
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{sample.value}e{sample.exponent}");
        var (digits, scale) = Unscaled(Decimal(text, null, null));
        var (expected, expectedScale) = Unscaled(sample.value.ToString(CultureInfo.InvariantCulture));
        (digits * BigInteger.Pow(10, 100 - scale)).ShouldBe(expected * BigInteger.Pow(10, 100 - expectedScale + sample.exponent));
    });

    [Fact]
    public void A_scale_rounds_half_away_from_zero() => Property.Holds(
        from value in Decimals from scale in Gen.Choose(0, 27) select (value, scale), sample =>
    {
        var rounded = Math.Round(sample.value, sample.scale, MidpointRounding.AwayFromZero);
        var expected = rounded == 0 ? Math.Abs(rounded) : rounded;
        var text = Decimal(sample.value.ToString(CultureInfo.InvariantCulture), 60, sample.scale);
        decimal.Parse(text, CultureInfo.InvariantCulture).ShouldBe(expected);
        Unscaled(text).Scale.ShouldBe(sample.scale);
    });

    [Fact]
    public void An_integer_of_64_bits_is_read_in_every_form() => Property.Holds(
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from form in Gen.Elements("{0}", "{0}.000", "{0}e0", "{0}0e-1", " {0} ")
        select (Value: ((long)high << 32) | (uint)low, Form: form), sample =>
    {
        var text = string.Format(CultureInfo.InvariantCulture, sample.Form, sample.Value);
        ColumnValue.Convert(Literal.FromText(text, null), ColumnOf(TypeKind.Int64), stored: true).ShouldBe(sample.Value);
    });

    [Fact]
    public void A_double_comes_back_from_its_shortest_text() => Property.Holds(
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select BitConverter.Int64BitsToDouble(((long)high << 32) | (uint)low), value =>
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        ColumnValue.Convert(Literal.FromText(text, null), ColumnOf(TypeKind.Double), stored: true).ShouldBe(value);
    });

    private static string Decimal(string text, int? precision, int? scale)
    {
        var type = new ColumnType(TypeKind.Decimal, "numeric") { Precision = precision, Scale = scale };
        return ColumnValue.Convert(Literal.FromText(text, null), new Column("c", 0, type), stored: true).ShouldBeOfType<string>();
    }

    private static Column ColumnOf(TypeKind kind) => new("c", 0, new ColumnType(kind, "number"));

    private static (BigInteger Digits, int Scale) Unscaled(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return (digits, point < 0 ? 0 : text.Length - point - 1);
    }
}

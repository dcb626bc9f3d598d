package dev.cairn.codec.commonsmath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.TreeElsewhere;
import dev.cairn.datastore.Datastore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.complex.Quaternion;
import org.apache.commons.math3.fraction.Fraction;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.DiagonalMatrix;
import org.apache.commons.math3.linear.OpenMapRealMatrix;
import org.apache.commons.math3.linear.OpenMapRealVector;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.StatisticalSummaryValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each codec, as the compiler found it for {@link MathFlow}. */
class MathCodecsTest {
    private static TreeElsewhere elsewhere;

    @BeforeAll
    static void withoutTheLibrary() {
        elsewhere = new TreeElsewhere(Complex.class, ComplexCodec.class, MathFlow.class);
    }

    @AfterAll
    static void close() throws IOException {
        elsewhere.close();
    }

    private static final double[][] ROWS = {{1, 2}, {3, 4.5}};

    record Case<T>(ArtifactCodec<T> codec, T value, String tree) {
        @Override
        public String toString() {
            return value.getClass().getSimpleName();
        }
    }

    static List<Case<?>> cases() {
        return List.of(
                new Case<>(MathFlowCodecs.ROW_MATRIX, new Array2DRowRealMatrix(ROWS), "[[1.0, 2.0], [3.0, 4.5]]"),
                new Case<>(MathFlowCodecs.BLOCK_REAL_MATRIX, new BlockRealMatrix(ROWS), "[[1.0, 2.0], [3.0, 4.5]]"),
                new Case<>(MathFlowCodecs.REAL_MATRIX, new BlockRealMatrix(ROWS), "[[1.0, 2.0], [3.0, 4.5]]"),
                new Case<>(MathFlowCodecs.REAL_MATRIX, new OpenMapRealMatrix(1, 2), "[[0.0, 0.0]]"),
                new Case<>(MathFlowCodecs.DIAGONAL_MATRIX, new DiagonalMatrix(new double[] {1, 2}), "[1.0, 2.0]"),
                new Case<>(MathFlowCodecs.ARRAY_REAL_VECTOR, new ArrayRealVector(ROWS[1]), "[3.0, 4.5]"),
                new Case<>(MathFlowCodecs.REAL_VECTOR, new ArrayRealVector(ROWS[1]), "[3.0, 4.5]"),
                new Case<>(
                        MathFlowCodecs.COMPLEX, new Complex(1, -0.5), "ComplexCodec.Form{real: 1.0, imaginary: -0.5}"),
                new Case<>(MathFlowCodecs.COMPLEX, Complex.NaN, "ComplexCodec.Form{real: NaN, imaginary: NaN}"),
                new Case<>(
                        MathFlowCodecs.QUATERNION,
                        new Quaternion(1, 2, 3, 4),
                        "QuaternionCodec.Form{q0: 1.0, q1: 2.0, q2: 3.0, q3: 4.0}"),
                new Case<>(
                        MathFlowCodecs.FRACTION,
                        new Fraction(6, -4),
                        "FractionCodec.Form{numerator: -3, denominator: 2}"),
                new Case<>(MathFlowCodecs.PLACE, new Vector3D(1, 2, 3), "Vector3DCodec.Form{x: 1.0, y: 2.0, z: 3.0}"),
                new Case<>(
                        MathFlowCodecs.POLYNOMIAL_FUNCTION,
                        new PolynomialFunction(new double[] {1, 0, 2}),
                        "[1.0, 0.0, 2.0]"),
                new Case<>(
                        MathFlowCodecs.STATISTICAL_SUMMARY_VALUES,
                        new StatisticalSummaryValues(2, 1, 3, 3, 1, 6),
                        "StatisticalSummaryValuesCodec.Form{mean: 2.0, variance: 1.0, n: 3, max: 3.0, min: 1.0, sum: 6.0}"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void comesBackEqual(Case<T> each) {
        T back = roundTrip(each.codec(), each.value());

        assertThat(back).isEqualTo(each.value());
        assertThat(ArtifactFormat.encode(each.codec(), back).bytes())
                .isEqualTo(ArtifactFormat.encode(each.codec(), each.value()).bytes());
        assertThat(roundTrip(each.codec(), null)).isNull();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void isShownWithoutTheLibrary(Case<T> each) throws ReflectiveOperationException {
        Encoded encoded = ArtifactFormat.encode(each.codec(), each.value());
        assertThat(elsewhere.text(encoded)).isEqualTo(each.tree());
    }

    @Test
    void whatHasNoEqualsComputesTheSame() {
        PolynomialSplineFunction spline =
                new SplineInterpolator().interpolate(new double[] {0, 1, 2, 4}, new double[] {0, 1, 0, 3});
        PolynomialSplineFunction back = roundTrip(MathFlowCodecs.POLYNOMIAL_SPLINE_FUNCTION, spline);
        for (double x = 0; x <= 4; x += 0.125) {
            assertThat(back.value(x)).isEqualTo(spline.value(x));
        }

        DescriptiveStatistics statistics = new DescriptiveStatistics(2);
        List.of(1.0, 5.0, 7.0).forEach(statistics::addValue);
        DescriptiveStatistics again = roundTrip(MathFlowCodecs.DESCRIPTIVE_STATISTICS, statistics);
        again.addValue(9);
        assertThat(again.getValues()).containsExactly(7, 9);
        assertThat(again.getWindowSize()).isEqualTo(2);
    }

    @Test
    void aSparseVectorComesBackWithItsEntries() {
        OpenMapRealVector sparse = new OpenMapRealVector(3);
        sparse.setEntry(1, 2);
        assertThat(roundTrip(MathFlowCodecs.REAL_VECTOR, sparse).toArray()).containsExactly(0, 2, 0);
    }

    @Test
    void rowsOfDifferentLengthsAreDamage() {
        Encoded ragged =
                ArtifactFormat.encode(Codecs.array(double[].class, Codecs.DOUBLE_ARRAY), new double[][] {{1, 2}, {3}});

        assertThatThrownBy(() -> ArtifactFormat.decode(
                        MathFlowCodecs.REAL_MATRIX,
                        ragged.bytes(),
                        hash -> ragged.schema().bytes()))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageStartingWith("dev.cairn.codec.commonsmath.RealMatrixCodec refuses what was stored: ");
    }

    @Test
    void aStepChangesAMatrixInPlace() {
        MathFlowRun run =
                MathFlowRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.end().trace()).isEqualTo(14);
        assertThat(run.start().realMatrix().getEntry(0, 0)).isEqualTo(1);
    }

    @Test
    void everyCodecIsAnnounced() throws IOException {
        try (Stream<Path> announced = Files.list(Path.of("target/classes/cairn/codec/for"))) {
            assertThat(announced).hasSize(14);
        }
    }

    private static <T> T roundTrip(ArtifactCodec<T> codec, T value) {
        Encoded encoded = ArtifactFormat.encode(codec, value);
        return ArtifactFormat.decode(
                codec, encoded.bytes(), hash -> encoded.schema().bytes());
    }
}

package dev.cairn.codec.commonsmath;

import dev.cairn.Flow;
import dev.cairn.Step;
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
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.StatisticalSummaryValues;

/** A flow with an artifact of each type that has a codec here, none of which it names. */
@Flow
@SuppressWarnings("cairn:unused-artifact")
class MathFlow {
    RealMatrix realMatrix;
    Array2DRowRealMatrix rowMatrix;
    BlockRealMatrix blockRealMatrix;
    DiagonalMatrix diagonalMatrix;
    RealVector realVector;
    ArrayRealVector arrayRealVector;
    Complex complex;
    Quaternion quaternion;
    Fraction fraction;
    Vector3D place;
    PolynomialFunction polynomialFunction;
    PolynomialSplineFunction polynomialSplineFunction;
    StatisticalSummaryValues statisticalSummaryValues;
    DescriptiveStatistics descriptiveStatistics;
    double trace;

    @Step(next = "scale")
    void start() {
        realMatrix = new Array2DRowRealMatrix(new double[][] {{1, 2}, {3, 4}});
    }

    @Step(next = "end")
    void scale() {
        realMatrix.setEntry(0, 0, 10);
    }

    @Step
    void end() {
        trace = realMatrix.getTrace();
    }
}

package dev.cairn.samples.flights;

import java.util.List;

/**
 * A straight line that says how late a flight of some distance starts.
 *
 * @param slope minutes per thousand miles
 * @param intercept minutes
 */
public record Line(double slope, double intercept) {
    private static final double LEARNING_RATE = 0.2;

    /** The line after one step of gradient descent on the squared error. */
    Line refine(List<Flight> flights) {
        double slopeGradient = 0;
        double interceptGradient = 0;
        for (Flight flight : flights) {
            double distance = flight.distance() / 1000.0;
            double error = slope * distance + intercept - flight.delay();
            slopeGradient += 2 * error * distance / flights.size();
            interceptGradient += 2 * error / flights.size();
        }
        return new Line(slope - LEARNING_RATE * slopeGradient, intercept - LEARNING_RATE * interceptGradient);
    }

    /** The root of the mean squared error, in minutes. */
    double error(List<Flight> flights) {
        double sum = 0;
        for (Flight flight : flights) {
            sum += Math.pow(slope * flight.distance() / 1000.0 + intercept - flight.delay(), 2);
        }
        return Math.sqrt(sum / flights.size());
    }
}

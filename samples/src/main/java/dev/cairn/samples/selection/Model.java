package dev.cairn.samples.selection;

/**
 * A straight line, fitted by gradient descent to body mass over flipper length of eight penguins.
 *
 * @param slope kilograms per centimetre
 * @param intercept kilograms at the mean flipper length
 */
public record Model(double slope, double intercept) {
    private static final double[] FLIPPER_LENGTH_CENTIMETRES = {18.1, 18.6, 19.5, 19.3, 19.0, 21.1, 23.0, 21.0};
    private static final double[] BODY_MASS_KILOGRAMS = {3.75, 3.8, 3.25, 3.45, 3.65, 4.5, 5.7, 4.45};
    private static final double MEAN_FLIPPER_LENGTH = 19.95;

    /** Fits a model. */
    static Model train(Config config) {
        double slope = 0;
        double intercept = 0;
        int count = BODY_MASS_KILOGRAMS.length;
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            double slopeGradient = 0;
            double interceptGradient = 0;
            for (int i = 0; i < count; i++) {
                double x = FLIPPER_LENGTH_CENTIMETRES[i] - MEAN_FLIPPER_LENGTH;
                double error = slope * x + intercept - BODY_MASS_KILOGRAMS[i];
                slopeGradient += 2 * error * x / count;
                interceptGradient += 2 * error / count;
            }
            slope -= config.learningRate() * slopeGradient;
            intercept -= config.learningRate() * interceptGradient;
        }
        return new Model(slope, intercept);
    }

    /** The share of the variance that the model explains: 1 is perfect, 0 and less is useless. */
    double accuracy() {
        double mean = 0;
        for (double mass : BODY_MASS_KILOGRAMS) {
            mean += mass / BODY_MASS_KILOGRAMS.length;
        }
        double unexplained = 0;
        double total = 0;
        for (int i = 0; i < BODY_MASS_KILOGRAMS.length; i++) {
            double predicted = slope * (FLIPPER_LENGTH_CENTIMETRES[i] - MEAN_FLIPPER_LENGTH) + intercept;
            unexplained += Math.pow(BODY_MASS_KILOGRAMS[i] - predicted, 2);
            total += Math.pow(BODY_MASS_KILOGRAMS[i] - mean, 2);
        }
        return 1 - unexplained / total;
    }
}

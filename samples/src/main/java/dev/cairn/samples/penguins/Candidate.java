package dev.cairn.samples.penguins;

import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;

/** A way to train a classifier, with its hyperparameters. */
public sealed interface Candidate {
    /** A fresh trainer; the same seed trains the same model. */
    Trainer<Label> trainer(long seed);

    /**
     * A decision tree.
     *
     * @param maxDepth how often it may decide, at most
     */
    record DecisionTree(int maxDepth) implements Candidate {
        @Override
        public Trainer<Label> trainer(long seed) {
            return new CARTClassificationTrainer(maxDepth);
        }
    }

    /**
     * A logistic regression, fitted by stochastic gradient descent.
     *
     * @param learningRate the length of the first step
     * @param epochs how often to go through the data
     */
    record LogisticRegression(double learningRate, int epochs) implements Candidate {
        @Override
        public Trainer<Label> trainer(long seed) {
            int loggingInterval = Integer.MAX_VALUE;
            int minibatchSize = 1;
            return new LinearSGDTrainer(
                    new LogMulticlass(), new AdaGrad(learningRate), epochs, loggingInterval, minibatchSize, seed);
        }
    }
}

package small;

import com.google.auto.value.AutoValue;

@AutoValue
abstract class Animal {
    abstract String name();

    abstract int legs();

    abstract double weight();

    static Animal of(String name, int legs, double weight) {
        return new AutoValue_Animal(name, legs, weight);
    }
}

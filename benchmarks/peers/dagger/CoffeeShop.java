package small;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import javax.inject.Inject;
import javax.inject.Singleton;

@Singleton
@Component(modules = CoffeeShop.Kitchen.class)
interface CoffeeShop {
    Maker maker();

    interface Heater {
        int degrees();
    }

    @Module
    final class Kitchen {
        private Kitchen() {}

        @Provides
        @Singleton
        static Heater heater() {
            return () -> 93;
        }
    }

    final class Maker {
        private final Heater heater;

        @Inject
        Maker(Heater heater) {
            this.heater = heater;
        }

        String brew() {
            return "coffee of " + heater.degrees() + " degrees";
        }
    }

    static String brew() {
        return DaggerCoffeeShop.create().maker().brew();
    }
}

package small;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

@Mapper
interface CarMapper {
    record Car(String make, int seats, String kind) {}

    record CarData(String make, int seatCount, String kind) {}

    @Mapping(source = "seats", target = "seatCount")
    CarData toData(Car car);

    static CarData data(Car car) {
        return Mappers.getMapper(CarMapper.class).toData(car);
    }
}

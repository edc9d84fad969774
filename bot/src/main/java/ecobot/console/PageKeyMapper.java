package ecobot.console;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The secret that signs addresses, in Base64. */
@Mapper
interface PageKeyMapper {

    @Select("select secret from page_key where id = 1")
    @Nullable
    String find();

    /** @throws org.springframework.dao.DuplicateKeyException when another node was faster */
    @Insert("insert into page_key (id, secret) values (1, #{secret})")
    void add(String secret);
}

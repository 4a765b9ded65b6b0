import type { NameStock } from './naming.ts';

/** Names in other letters, each with the spelling that its bearer uses in addresses. */
export const otherNames = {
  greek: {
    given: `Γιώργος/giorgos Ελένη/eleni Κωνσταντίνος/konstantinos Αικατερίνη/aikaterini Δημήτρης/dimitris
      Ιωάννα/ioanna Παναγιώτης/panagiotis Ευαγγελία/evangelia Σπύρος/spyros Χρυσάνθη/chrysanthi`,
    family: `Παπαδόπουλος/papadopoulos Οικονόμου/oikonomou Παπαδημητρίου/papadimitriou Γεωργίου/georgiou
      Βλάχος/vlachos Νικολαΐδης/nikolaidis Αγγελοπούλου/angelopoulou Καραγιάννης/karagiannis`,
  },
  cyrillic: {
    given: `Алёна/alyona Дмитрий/dmitry Наталья/natalya Сергій/serhiy Ольга/olga Юрий/yuri Ївга/yivha
      Владислав/vladislav Зоряна/zoriana Ђорђе/djordje Ксения/ksenia Михайло/mykhailo`,
    family: `Кузнецов/kuznetsov Шевченко/shevchenko Ющенко/yushchenko Достоевский/dostoevsky Щербакова/shcherbakova
      Їжакевич/yizhakevych Петровић/petrovic Королёв/korolyov Грищенко/hryshchenko Объедков/obedkov`,
  },
  arabic: {
    given: `محمد/mohammed فاطمة/fatima عبدالرحمن/abdulrahman نور/nour خالد/khalid ليلى/layla يوسف/youssef
      مريم/maryam عمر/omar زينب/zainab`,
    family: `الحسيني/alhusseini العلي/alali بن_سلمان/binsalman الخطيب/alkhatib حداد/haddad المصري/almasri
      الشريف/alsharif قاسم/qasim`,
  },
  hebrew: {
    given: `יעל/yael אברהם/avraham נועה/noa דוד/david שירה/shira יצחק/yitzhak תמר/tamar אליהו/eliyahu`,
    family: `כהן/cohen לוי/levi מזרחי/mizrahi בן־דוד/bendavid פרץ/peretz אברג'יל/abergil שפירא/shapira`,
  },
  hindi: {
    given: `प्रिया/priya राहुल/rahul अनन्या/ananya विक्रम/vikram दीपिका/deepika अर्जुन/arjun सुनीता/sunita कृष्ण/krishna`,
    family: `शर्मा/sharma गुप्ता/gupta सिंह/singh पटेल/patel श्रीवास्तव/srivastava मिश्रा/mishra चौधरी/chaudhary`,
  },
  thai: {
    given: `สมชาย/somchai มาลี/malee กิตติศักดิ์/kittisak วรรณา/wanna ปิยะนุช/piyanuch ณัฐพล/nattapon`,
    family: `ศรีสุวรรณ/srisuwan วงศ์ไทย/wongthai จันทร์เพ็ญ/chanpen ทองดี/thongdee อยู่สุข/yusuk`,
  },
  chinese: {
    given: `伟/wei 芳/fang 小明/xiaoming 秀英/xiuying 国强/guoqiang 思远/siyuan 雨桐/yutong 嘉欣/jiaxin 志豪/zhihao`,
    family: `王/wang 李/li 张/zhang 刘/liu 陈/chen 欧阳/ouyang 赵/zhao 黃/huang 諸葛/zhuge 𠮷/ji`,
    familyFirst: true,
    joint: '',
  },
  japanese: {
    given: `花子/hanako 太郎/taro さくら/sakura 健一/kenichi 美咲/misaki 翔太/shota 陽菜/hina 大輔/daisuke ゆうき/yuki
      ジョン/john`,
    family: `佐藤/sato 鈴木/suzuki 高橋/takahashi 渡邊/watanabe 齋藤/saito 小鳥遊/takanashi 髙島/takashima 五十嵐/igarashi
      スミス/smith`,
    familyFirst: true,
  },
  korean: {
    given: `민준/minjun 서연/seoyeon 지훈/jihoon 하은/haeun 현우/hyunwoo 수빈/subin 예준/yejun`,
    family: `김/kim 이/lee 박/park 최/choi 정/jung 남궁/namgung 황보/hwangbo`,
    familyFirst: true,
    joint: '',
  },
  amharic: {
    given: `አበበ/abebe ሰላም/selam ተስፋዬ/tesfaye ማርያም/mariam ዳዊት/dawit ሃና/hana ገብረ_መስቀል/gebremeskel`,
    family: `ከበደ/kebede ተክሌ/tekle ወልደ_ጊዮርጊስ/woldegiorgis አለሙ/alemu በቀለ/bekele ገብረ_ሥላሴ/gebreselassie`,
  },
} as const satisfies Record<string, NameStock>;

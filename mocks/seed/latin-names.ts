import type { NameStock } from './naming.ts';

/** Names in Latin letters, many with marks; `_` stands for a space inside a name. */
export const latinNames = {
  english: {
    given: `Amelia Oliver Isla George Ava Harry Emily Noah Jessica Jack Lily Charlie Sophie Thomas Grace Oscar
      Florence Henry Alice Arthur Mary-Jane Benjamin Siobhán William Niamh Rhys`,
    family: `Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White
      O'Brien O’Connor Roberts Green Hall Wood Jackson Clarke MacDonald Fitzgerald Ashworth-Bell Cholmondeley`,
  },
  german: {
    given: `Jürgen Käthe Günther Anna-Lena Björn Friederike Hans-Peter Jörg Lieselotte Maximilian Ulrike Sören
      Änne Matthäus Sabine Torsten Uwe Heike Zoë Götz Bärbel Wolfgang`,
    family: `Müller Schmidt Schäfer Größe Weiß Köhler von_Arnim König Jäger Groß Böhm Strauß Müller-Lüdenscheidt
      Vogel Krüger Lösch zu_Guttenberg Schröder Bäcker Fuß Hübner`,
  },
  french: {
    given: `Chloé Jérôme Hélène François Zoé Anaïs Benoît Léa Gaël Maëlle René Océane Noémie Stéphane Inès
      Jean-Baptiste Aurélie Cédric Solène Rémi`,
    family: `Lefèvre Dubois Béranger d’Artagnan Gérard Lemaître Châtelain Desprès L’Hôte Faÿ Noël Dupré de_La_Fontaine
      Garçon Bourgeois Mérimée Joliot-Curie Thévenet`,
  },
  spanish: {
    given: `José_María Lucía Íñigo Begoña Sofía Martín Ángel Inés Ramón Belén Óscar Nuria Andrés Itziar Joaquín
      Yolanda Jesús Pilar Iván Rocío`,
    family: `García_Márquez Muñoz Núñez Ibáñez Peña_López Ordóñez Gutiérrez de_la_Cruz Zúñiga Fernández Goñi
      Sánchez_Vicario Castaño Güell Pérez Etxebarria Rodríguez Álvarez`,
  },
  portuguese: {
    given: `João Conceição Luís Inês Simão Antônia Sebastião Letícia Fábio Júlia Estêvão Patrícia Caetano Mônica`,
    family: `Gonçalves Magalhães da_Conceição Brandão dos_Santos Simões Araújo Leão Falcão_e_Cunha Vasconcelos
      Guimarães Assunção Figueirôa Pinheiro`,
  },
  dutch: {
    given: `Joost Anneke Sjoerd Willemijn Daniël Fleur Geert Marijke Pieter-Jan Saskia IJsbrand Noëlle`,
    family: `van_den_Berg de_Vries van_'t_Hof Bakker van_der_Meer IJzerman ten_Brink Hoekstra 's_Gravesande de_Groot
      Coëlho_van_Dijk Wouters`,
  },
  nordic: {
    given: `Åsa Bjørn Sigríður Øyvind Søren Þórunn Mikko Päivi Håkon Æsa Gunnar Ingrid Jón Märta Väinö Solveig`,
    family: `Ångström Sørensen Jónsdóttir Ødegård Hämäläinen Nygård Kjær Þorsteinsson Lindström Bjørnstad Mäkelä
      Sjögren Hallgrímsson Aaltonen Blåbjerg Östlund`,
  },
  polish: {
    given: `Łukasz Małgorzata Zbigniew Agnieszka Stanisław Żaneta Grażyna Wojciech Święta Mścisław Jiří Šárka`,
    family: `Wójcik Kowalczyk Szczęsny Łącka Brzęczyszczykiewicz Dąbrowski Żak Świątek Dvořák Novotný Krzyżanowski
      Źródło Hašek Čapek`,
  },
  turkish: {
    given: `Gülşah İbrahim Çağla Ömer Şebnem Işıl Doğan Özgür Ümit Ayşe Kağan Zeynep`,
    family: `Yılmaz Öztürk Çelik Şahin Doğan Güneş Kılıç Aydın İnönü Bağcı Ünal Ağaoğlu`,
  },
  vietnamese: {
    given: `Thị_Minh_Khai Văn_Đức Ngọc_Ánh Quốc_Hùng Thùy_Dương Hữu_Phước Bích_Ngọc Tuấn_Kiệt Mỹ_Linh Đình_Trọng
      Thị_Hồng_Nhung Xuân_Trường`,
    family: `Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Ngô Lý`,
    familyFirst: true,
  },
  nigerian: {
    given: `Chukwuemeka Ọlábísí Ngozi Adébáyọ̀ Ifeoma Oluwaseun Títílayọ̀ Obinna Folákẹ́ Emeka Amina Ṣadé`,
    family: `Okonkwo Adéyẹmí Nwachukwu Ọ̀ṣúnlàjà Eze Balogun Onyekachukwu Akínwándé Abubakar Okafor Ògúnbíyì Uche`,
  },
} as const satisfies Record<string, NameStock>;
